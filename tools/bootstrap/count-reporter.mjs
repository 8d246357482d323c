import { writeFileSync } from 'node:fs'

/** A vitest reporter that writes what `run-tests.mjs` prints to the file named by SECCOMPILE_COUNTS. */
export default class CountReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 }
    for (const module of modules) {
      counts.failed += module.errors().length
      for (const suite of module.children.allSuites()) counts.failed += suite.errors().length
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        // A test still pending at the end of a run never finished.
        counts[state === 'pending' ? 'failed' : state] += 1
      }
    }
    writeFileSync(process.env.SECCOMPILE_COUNTS, JSON.stringify(counts))
  }
}
