/* The IR of a compilation after each of its passes, as text. */
import { compile } from '@seccompile/compiler'
import { printIr, sizes } from '@seccompile/pass'
import type { IrDump, SizeRow } from '@seccompile/pass'
import { listing } from '@seccompile/cbpf'
import { irText, listingOptions } from '@seccompile/describe'
import type { PassesPart } from '../messages.ts'
import type { ShownFilter } from './shown-filter.ts'
import { bounded } from './notes.ts'
import { TextError } from './read-text.ts'

const UNITS = { rules: 'ranges', decision: 'nodes', program: 'instructions' } as const
/** Most characters of one IR. */
const MOST = 200_000

/** The IR after each pass that ran. @throws TextError for a raw filter, which no pass made */
export function passDumps({ filter, args, program, how }: ShownFilter): PassesPart {
  if (filter.policy === undefined) throw new TextError('a raw filter: no pass made it')
  const { abis, endianness } = filter
  const dumps: IrDump[] = []
  const rows: SizeRow[] = []
  const shown = listingOptions(endianness, { abis, args })
  const programText = (): string =>
    listing(program, shown)
      .map(({ text }) => text)
      .join('\n')
  compile(filter.policy, {
    ...filter.target,
    ...how,
    prove: false,
    instruments: [
      printIr({
        after: 'all',
        write: (dump) => dumps.push(dump),
        print: (ir, order) => irText(ir, order, abis),
      }),
      sizes((row) => rows.push(row)),
    ],
  })
  // An objective may compare several runs of the passes: the last run is shown.
  const begin = dumps.findLastIndex(({ pass }) => pass === undefined)
  const run = dumps.slice(begin)
  const last = rows.slice(rows.length - run.length + 1)
  return {
    part: 'passes',
    passes: run.map(({ pass, level, text }, i) => {
      const row = last[i - 1]
      const isEnd = i === run.length - 1 && level === 'program'
      const size = row === undefined ? '' : row.changed ? `${row.after} ${UNITS[level]}` : 'no change'
      return { title: pass ?? 'the rules', size, text: bounded(isEnd ? programText() : text, MOST) }
    }),
  }
}
