/** How a report came, as the open data calls it. */
export const coverageNames = { onTime: 'a tiempo', late: 'extemporáneo', imported: 'importado' } as const;
