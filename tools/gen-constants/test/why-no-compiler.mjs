import { spawnSync } from 'node:child_process'

/** Compiler options of the layouts that the reader needs. */
const ASKED = ['-m64', '-m32', '-mx32']

/**
 * Why the C compiler of this machine cannot read the headers of every ABI, which is also printed on standard error;
 * undefined where it can.
 */
export function whyNoCompiler(what) {
  const bad = ASKED.filter(
    (option) => spawnSync('cc', [option, '-S', '-xc', '-o', '-', '-'], { input: 'int x;\n' }).status !== 0,
  )
  if (bad.length === 0) return undefined
  const reason = `cc, a C compiler for x86, is not there or does not take ${bad.join(', ')}`
  process.stderr.write(`\n*** NOT RUN: ${what}: ${reason}\n\n`)
  return reason
}
