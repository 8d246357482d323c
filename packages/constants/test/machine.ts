import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The constants of this machine by a program in C, or the reason that there are none. */
export type MachineConstants = ReadonlyMap<string, bigint> | { readonly why: string }

/** An error of the compiler at a line of the file `probe`, where each line is one name. */
const AT_PROBE = /^probe:(\d+):\d+: error: /gm

const SUFFIX = '_of_this_machine'

/** The program: one line a name, which prints it where it is a macro, or an enumerator that the headers are known to have. */
function programOf(includes: readonly string[], names: readonly string[], isEnumerator: Set<string>): string {
  const lines = names.map((name, i) => {
    const print = `static void probe_${i}(void) { printf("${name} %lld\\n", (long long)(${name})); }`
    const nothing = `static void probe_${i}(void) {}`
    const [before, after] = isEnumerator.has(name)
      ? ['', '']
      : [`#ifdef ${name}\n`, `\n#else\n${nothing}\n#endif`]
    return `${before}#line ${i + 1} "probe"\n${print}${after}`
  })
  const calls = names.map((_, i) => `  probe_${i}();`)
  const all = ['stdio.h', ...includes].map(
    (path) => `#if __has_include(<${path}>)\n#include <${path}>\n#endif`,
  )
  return [
    '#define _GNU_SOURCE 1',
    ...all,
    ...lines,
    `int main(void) {`,
    ...calls,
    '  return 0;',
    '}',
    '',
  ].join('\n')
}

/** The words in the output of the preprocessor for the headers. An enumerator is one of them. */
function wordsOf(includes: readonly string[]): ReadonlySet<string> | { readonly why: string } {
  const text = programOf(includes, [], new Set())
  const run = spawnSync('cc', ['-E', '-P', '-xc', '-'], { input: text, encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (run.error !== undefined) return { why: 'there is no C compiler' }
  if (run.status !== 0) return { why: `cc does not read the headers: ${run.stderr.slice(0, 300)}` }
  return new Set(run.stdout.match(/\b[A-Z_][A-Z0-9_a-z]*\b/g))
}

/** The values of those of `names` that the headers of this machine have. A name that is no number there is left out. */
export function valuesHere(includes: readonly string[], names: readonly string[]): MachineConstants {
  const words = wordsOf(includes)
  if ('why' in words) return words
  const enumerators = new Set(names.filter((name) => words.has(name)))
  const folder = mkdtempSync(join(tmpdir(), `constants${SUFFIX}`))
  try {
    const binary = join(folder, 'probe')
    let asked = names
    for (;;) {
      const input = programOf(includes, asked, enumerators)
      const options = ['-w', '-O0', '-xc', '-', '-o', binary]
      const built = spawnSync('cc', options, {
        input,
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C' },
      })
      if (built.status === 0) break
      const bad = new Set(Array.from(built.stderr.matchAll(AT_PROBE), ([, line]) => Number(line) - 1))
      if (bad.size === 0) return { why: `cc does not build the program: ${built.stderr.slice(0, 300)}` }
      asked = asked.filter((_, i) => !bad.has(i))
    }
    const run = spawnSync(binary, { encoding: 'utf8' })
    if (run.status !== 0) return { why: `the program does not run: ${run.error?.message ?? run.stderr}` }
    return new Map(
      Array.from(run.stdout.matchAll(/^(\w+) (-?\d+)$/gm), ([, name = '', value = '']) => [
        name,
        BigInt(value),
      ]),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}
