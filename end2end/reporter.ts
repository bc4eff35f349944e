import type { Reporter, TestCase } from '@playwright/test/reporter';

// One last line that people and machines can count: "12 passed, 0 failed, 1 skipped".
export default class Counts implements Reporter {
  private tests = new Set<TestCase>();

  onTestEnd(test: TestCase) {
    this.tests.add(test);
  }

  onExit() {
    const count = (outcome: ReturnType<TestCase['outcome']>) =>
      [...this.tests].filter((test) => test.outcome() === outcome).length;
    const skipped = count('skipped');
    console.log(
      `${count('expected') + count('flaky')} passed, ${count('unexpected')} failed${skipped ? `, ${skipped} skipped` : ''}`,
    );
  }

  printsToStdio() {
    return false;
  }
}
