/** Prints what failed, and the slowest files; nothing about what passed. */
export default class QuietReporter {
  onTestResult(_test, result) {
    if (result.failureMessage) process.stdout.write(`${result.testFilePath}\n${result.failureMessage}\n`);
  }

  onRunComplete(_contexts, { testResults, startTime }) {
    const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
    const slowest = testResults
      .map(({ testFilePath, perfStats }) => ({ file: testFilePath, ms: perfStats.end - perfStats.start }))
      .toSorted((a, b) => b.ms - a.ms)
      .slice(0, 3)
      .map(({ file, ms }) => `${file.split('/test/').at(-1)} ${seconds(ms)}`);
    process.stdout.write(
      `${testResults.length} files in ${seconds(Date.now() - startTime)}; slowest: ${slowest.join(', ')}\n`,
    );
  }
}
