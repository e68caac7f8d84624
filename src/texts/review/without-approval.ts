/** What a cut that is final without the mayor says of itself, in summary and files. */
export const withoutApproval = 'sin aprobación de la Alcaldía';
