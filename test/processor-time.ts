/**
 * Milliseconds of processor this thread takes from here on: what others do on the machine meanwhile does not count, so
 * that a limit on work holds on a busy machine too.
 */
export function processorTime(): () => number {
  const begun = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(begun);
    return (user + system) / 1_000;
  };
}
