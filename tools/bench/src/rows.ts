/*
 * `npm run bench rows`: every policy of the corpus, and Docker's as the vectors have it, under every objective, with our
 * filters beside every other filter that means the same. Exits 1 where a row is lost.
 */
import { isObjectiveKind, OBJECTIVES } from '@seccompile/compiler'
import { corpus } from '@seccompile/golden/corpus'
import { rowsOf, rowSubject } from '@seccompile/golden/rows'
import type { CorpusRow, RowSubject } from '@seccompile/golden/rows'
import { table } from '@seccompile/text-layout'
import type { TableCell } from '@seccompile/text-layout'
import { dockerPolicy, THREE_ABIS, vectorsOf } from './filters.ts'

const KINDS = Object.keys(OBJECTIVES).filter(isObjectiveKind)

async function subjects(): Promise<readonly RowSubject[]> {
  const entries = await Promise.all(corpus.map((entry) => rowSubject(entry)))
  const docker = (['docker-flat', 'docker-args', 'docker-3abi'] as const).map((name) => ({
    name,
    policy: dockerPolicy(name),
    target: { abis: name === 'docker-3abi' ? THREE_ABIS : THREE_ABIS.slice(0, 1) },
    vectors: vectorsOf(name),
  }))
  return [...entries, ...docker]
}

/** The distance of the filter of `speed` from the lower bound of its objective. */
function gapOf({ objective, filters }: CorpusRow): number {
  return objective.boundOf(filters[0]!.value, 'default').gap
}

/**
 * The cells of `row`: instructions and value of our filters, the gap of `speed`, and the best value of the others.
 */
function cellsOf(row: CorpusRow): readonly TableCell[] {
  const { subject, objective, filters, losses } = row
  const [speed, size, ...others] = filters
  const best = others.reduce((a, b) => (b.value < a.value ? b : a))
  const lost = losses.map(({ own, other, by }) => `${own.name} to ${other.name} by ${by.toPrecision(3)}`)
  return [
    subject,
    objective.kind,
    speed!.insns,
    speed!.value,
    gapOf(row),
    size!.insns,
    size!.value,
    best.name,
    best.insns,
    best.value,
    lost.join(', '),
  ]
}

const HEADER = [
  'policy',
  'objective',
  'speed',
  'value',
  'gap',
  'size',
  'value',
  'best other',
  'insns',
  'value',
  'lost',
]

async function main(): Promise<boolean> {
  const wanted = new RegExp(process.argv[2] ?? '', 'u')
  const chosen = (await subjects()).filter(({ name }) => wanted.test(name))
  const all = chosen.map((subject) => ({ subject, rows: rowsOf(subject) }))
  const rows = all.flatMap(({ rows: { row } }) => KINDS.map(row))
  const lost = rows.filter(({ losses }) => losses.length > 0)
  const leftOut = all.filter(({ rows: { leftOut: names } }) => names.length > 0)
  process.stdout.write(table(HEADER, rows.map(cellsOf)))
  for (const {
    subject,
    rows: { leftOut: names },
  } of leftOut)
    process.stdout.write(`${subject.name}: not proved to mean the same: ${names.join(', ')}\n`)
  for (const kind of KINDS) {
    const gaps = rows.filter(({ objective }) => objective.kind === kind).map(gapOf)
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
    process.stdout.write(`mean gap, ${kind}: ${mean.toFixed(3)}\n`)
  }
  process.stdout.write(`${lost.length} of ${rows.length} rows lost\n`)
  return lost.length === 0
}

if (!(await main())) process.exitCode = 1
