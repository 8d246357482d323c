/*
 * `npm start`: the main job on a real policy, in a second.
 */
import { compile, cost } from '@seccompile/compiler'
import type { AbiCost, Compilation, Cost, PipelineName } from '@seccompile/compiler'
import { getppidRows } from '@seccompile/experiment'
import { containerDefault } from '@seccompile/presets'
import { signedAbiTable } from '@seccompile/signatures'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { table } from '@seccompile/text-layout'
import { agreement } from './agreement.ts'

const ABIS = [signedAbiTable('x86_64'), signedAbiTable('x86'), signedAbiTable('x32')]
/** Calls whose cost is shown: well-known calls, and one that the policy does not list. */
const SHOWN = ['getppid', 'read', 'futex', 'openat', 'clone'] as const
const UNLISTED = 'kexec_load'
const OUT = fileURLToPath(new URL('../../../out/', import.meta.url))

const compiled = (pipeline: PipelineName): Compilation => compile(containerDefault, { abis: ABIS, pipeline })

const stepsOf = ({ calls }: AbiCost, name: string): number =>
  calls.find((call) => call.name === name)?.steps ?? 0

function comparison(filters: Readonly<Record<string, Cost>>): string {
  const header = ['filter', 'instructions', 'mean', 'worst', ...SHOWN, UNLISTED]
  const rows = Object.entries(filters).map(([name, { insns, abis }]) => {
    const [main] = abis
    if (main === undefined) return [name, insns]
    return [
      name,
      insns,
      main.allowed.mean,
      main.allowed.worst,
      ...SHOWN.map((call) => stepsOf(main, call)),
      stepsOf(main, UNLISTED),
    ]
  })
  return table(header, rows)
}

/** The result of the proofs of both filters, with the beginning of their digest. */
function proofOf({ certificate: a }: Compilation, { certificate: b }: Compilation): string {
  return a.kind === 'proved' && b.kind === 'proved' && a.digest !== undefined && a.digest === b.digest
    ? `both are proved to do so for every call there is (digest ${a.digest.slice(0, 8)}…)`
    : 'that is not proved for all others'
}

function show(): void {
  const began = performance.now()
  const linear = compiled('none')
  const tree = compiled('speed')
  const took = performance.now() - began
  const path = join(OUT, 'container-default.bpf')
  mkdirSync(OUT, { recursive: true })
  writeFileSync(path, tree.bytes)

  const costs = { linear: cost(linear.program, ABIS), tree: cost(tree.program, ABIS) }
  const { agree, of } = agreement(tree.rules, [linear.program, tree.program])
  const seeds = getppidRows().map(({ pipeline, place, insns, executed }) => [
    pipeline === 'none' ? 'linear' : 'tree',
    place,
    insns,
    executed,
  ])
  const bitmap = costs.tree.abis.map(({ abi, cached }) => `${cached} of ${abi}`).join(', ')

  process.stdout.write(
    [
      'container-default for x86_64, x86 and x32: instructions, and how many are executed for a call of x86_64\n',
      comparison(costs),
      `Mean and worst are over the ${costs.tree.abis[0]?.allowed.count ?? 0} allowed calls of x86_64, arguments 0.`,
      `Linux 5.11 and newer will not run the tree at all for calls in their allow bitmap: ${bitmap}.`,
      `Both filters decide ${agree} of ${of} calls at the edges of the policy as it says,`,
      `and ${proofOf(linear, tree)}.`,
      '',
      'An allow list of 306 calls with getppid first, in the middle and last\n',
      table(['filter', 'getppid is', 'instructions', 'executed'], seeds),
      `Written to ${path} (${tree.bytes.length} bytes); both compiled and proved in ${took.toFixed(0)} ms.`,
      `Look at it: node_modules/.bin/seccompile disasm ${path} | less\n`,
    ].join('\n'),
  )
  if (agree !== of) process.exitCode = 1
}

try {
  const [word] = process.argv.slice(2)
  if (word === undefined) show()
  else {
    process.stderr.write(
      `npm start takes no words; got "${word}". Compile with node_modules/.bin/seccompile\n`,
    )
    process.exitCode = 2
  }
} catch (error) {
  // An error about a file has a code. Other errors are faults of seccompile, and are shown with their stack.
  if (!(error instanceof Error && 'code' in error)) throw error
  process.stderr.write(`npm start: ${error.message}\n`)
  process.exitCode = 1
}
