/*
 * `npm run bench proof`: how the cost of a proof grows with instructions, values and arguments. Exits 1 where two filters
 * that mean the same are not proved equal, or take more than two seconds. Times depend on the machine.
 */
import { equal, regions } from '@seccompile/prover'
import { table } from '@seccompile/text-layout'
import { proofSubjects } from './proof-subjects.ts'

const MOST_MS = 2000
const RUNS = 5

function median(run: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const began = performance.now()
    run()
    return performance.now() - began
  })
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)]!
}

const results = proofSubjects().map(({ dimension, size, pair: [left, right] }) => {
  const answer = equal(left, right)
  const nodes = answer.kind === 'equal' ? answer.nodes : '-'
  const ms = median(() => equal(left, right))
  const read = median(() => regions(left))
  return {
    row: [dimension, size, answer.kind, nodes, ms, read, regions(left).kind],
    passed: answer.kind === 'equal' && ms <= MOST_MS,
  }
})
const rows = results.map(({ row }) => row)
process.stdout.write(table(['grows', 'to', 'answer', 'nodes', 'prove ms', 'read ms', 'list'], rows))
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1
