import { spawnSync } from 'node:child_process'

/** The options of the layouts that the reader asks of a compiler. */
const ASKED = ['-m64', '-m32', '-mx32']

/** Why the C compiler of this machine cannot read headers of every ABI; undefined where it can. Says so on standard error. */
export function whyNoCompiler(what) {
  const bad = ASKED.filter(
    (option) => spawnSync('cc', [option, '-S', '-xc', '-o', '-', '-'], { input: 'int x;\n' }).status !== 0,
  )
  if (bad.length === 0) return undefined
  const reason = `cc, a C compiler for x86, is not there or does not take ${bad.join(', ')}`
  process.stderr.write(`\n*** NOT RUN: ${what}: ${reason}\n\n`)
  return reason
}
