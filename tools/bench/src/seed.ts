/*
 * `npm run bench seed`: the experiment, with libseccomp's programs of Docker's profile beside ours, and the ratios that
 * have a target. Writes the charts and the raw figures to docs/, or to the folder of --output. Results are better on a
 * quiet machine. A missed target is no failure, because the figures are times.
 */
import { decode } from '@seccompile/cbpf'
import { seedCharts, seedExperiment, seedFilter, seedJson, seedText } from '@seccompile/experiment'
import type { SeedFilter, SeedMaker, SeedPolicy } from '@seccompile/experiment'
import { baseline } from '@seccompile/vectors'
import type { BaselineName, ThreeAbiName } from '@seccompile/vectors'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { machineNow, stagedProgress } from '@seccompile/clock'
import { seedTargets } from './seed-targets.ts'
import { targetTable } from './text.ts'

const DOCS = fileURLToPath(new URL('../../../docs', import.meta.url))

const THEIRS: readonly (readonly [SeedPolicy, SeedMaker, BaselineName | ThreeAbiName])[] = [
  ['docker', 'libseccomp list', 'libseccomp-2.6.0-O1.docker-args'],
  ['docker', 'libseccomp tree', 'libseccomp-2.6.0-O2.docker-args'],
  ['docker-3abi', 'libseccomp list', 'libseccomp-2.6.0-O1.docker-3abi'],
  ['docker-3abi', 'libseccomp tree', 'libseccomp-2.6.0-O2.docker-3abi'],
]

/** The programs of libseccomp 2.6.0 for Docker's profile. */
function others(): readonly SeedFilter[] {
  return THEIRS.map(([policy, maker, vector]) =>
    seedFilter({
      name: `Docker's profile, ${policy === 'docker' ? '' : '3 ABIs, '}${maker}`,
      policy,
      maker,
      program: decode(baseline(vector), 'little'),
    }),
  )
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      output: { type: 'string', short: 'o', default: DOCS },
      rounds: { type: 'string', default: '200' },
    },
  })
  mkdirSync(values.output, { recursive: true })
  const io = {
    err: (text: string) => process.stderr.write(text),
    errIsTerminal: process.stderr.isTTY ?? false,
  }
  const shown = stagedProgress(io, 'turns')
  const result = await seedExperiment({
    rounds: Number(values.rounds),
    others: others(),
    onProgress: shown.report,
  })
  shown.end()
  const machine = machineNow()
  for (const { file, svg } of seedCharts(result, machine)) writeFileSync(join(values.output, file), svg)
  writeFileSync(join(values.output, 'getppid.json'), seedJson(result, machine))
  const targets = seedTargets(result)
  const met = targets.filter((one) => one.met).length
  process.stdout.write(
    [
      seedText(result, machine),
      `Targets\n${targetTable(targets)}`,
      `${met} of ${targets.length} targets met\n`,
    ].join('\n'),
  )
}

try {
  await main()
} catch (error) {
  process.stderr.write(`bench seed: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
