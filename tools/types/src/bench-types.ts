/*
 * `npm run bench types`: how long the type checker takes for a policy of 300 calls, how long the editor takes to
 * complete, and how large a bundle of the builder and the compiler is. Exits 1 where a figure misses its target. Times
 * depend on the machine.
 */
import { table } from '@seccompile/text-layout'
import { bundleSize, ONE_ABI, WITHOUT_NAMES } from './bundle-size.ts'
import { completions, PLACES } from './editor.ts'
import { largePolicy } from './large-policy.ts'
import { check, inProject, RELEASES } from './project.ts'
import type { Release, TypeCheck } from './project.ts'

/** A figure and its target. */
interface FigureRow {
  readonly what: string
  readonly figure: number
  readonly unit: string
  readonly target?: number
}

/** The time of a run: wall time, or processor time where that is less, since the machine may have other work. */
const msOf = ({ wallMs, processorMs }: TypeCheck): number => Math.min(wallMs, processorMs)

/** The quickest of three runs. */
async function quickest(source: string, release: Release): Promise<TypeCheck> {
  return inProject(source, (folder) => {
    const runs = [1, 2, 3].map(() => check(folder, release))
    const wrong = runs[0]!.diagnostics[0]
    if (wrong !== undefined) throw new Error(`the policy does not compile: ${wrong.message}`)
    return runs.reduce((best, run) => (msOf(run) < msOf(best) ? run : best))
  })
}

/** A policy that only imports seccompile: its cost is the reading of declarations, which a project does once. */
const IMPORT_ALONE = `import { policy } from 'seccompile'\nexport default policy({ default: 'allow' })\n`

async function checkRows(release: Release): Promise<readonly FigureRow[]> {
  const whole = await quickest(largePolicy(300), release)
  const alone = await quickest(IMPORT_ALONE, release)
  const empty = await quickest('export {}\n', release)
  const name = `TypeScript ${release}`
  return [
    { what: `${name}: a policy of 300 calls`, figure: msOf(whole), unit: 'ms', target: 2000 },
    { what: `${name}: of that, start and TypeScript's own declarations`, figure: msOf(empty), unit: 'ms' },
    { what: `${name}: of that, declarations of seccompile`, figure: msOf(alone) - msOf(empty), unit: 'ms' },
    { what: `${name}: of that, the policy`, figure: msOf(whole) - msOf(alone), unit: 'ms' },
  ]
}

const rows: FigureRow[] = []
for (const release of RELEASES) rows.push(...(await checkRows(release)))
for (const { line, ms } of await completions(PLACES))
  rows.push({ what: `completion: ${line}`, figure: ms, unit: 'ms', target: 100 })
const one = await bundleSize(ONE_ABI)
rows.push({
  what: 'bundle: policy, compiler, names on one ABI',
  figure: one.gzipped / 1000,
  unit: 'kB',
  target: 110,
})
const less = await bundleSize(WITHOUT_NAMES)
rows.push({ what: 'bundle: policy, compiler', figure: less.gzipped / 1000, unit: 'kB' })

const cells = rows.map(({ what, figure, unit, target }) => [
  what,
  `${figure.toFixed(unit === 'kB' ? 1 : 0)} ${unit}`,
  target === undefined ? '' : `<= ${target} ${unit}`,
  target !== undefined && figure > target ? 'MISSED' : '',
])
console.log(table(['', 'figure', 'target', ''], cells))
const parts = one.parts.slice(0, 12).map(([name, bytes]) => `${name} ${(bytes / 1000).toFixed(0)}`)
console.log(`\nof ${one.bytes} bytes minified, kB before minifying: ${parts.join(', ')}`)
if (rows.some(({ figure, target = Infinity }) => figure > target)) process.exitCode = 1
