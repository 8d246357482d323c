import { auditArchName, dataWords, verdictName, wordOffset } from '@seccompile/abi'
import type { Endianness, SeccompData, Word } from '@seccompile/abi'
import { levelFunctions } from '@seccompile/pass'
import type { LeveledIr } from '@seccompile/pass'
import type { IrDisagreement } from './disagreement.ts'
import { pastedTest } from './pasted-test.ts'

/** Longest IR that a failure shows in full, in characters. */
const MAX_SHOWN = 4000

function shown({ level, ir }: LeveledIr, endianness: Endianness): string {
  const text = levelFunctions(level).print(ir, endianness)
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}… (${text.length} characters)\n`
}

/**
 * The words of `data` that are not 0, each after its byte offset, which is the `k` of `ld [k]`:
 * `[0] 0x5, [4] 0xc000003e`.
 */
function wordsText(data: SeccompData, endianness: Endianness): string {
  const words = [...dataWords(data)].map((value, word) => ({
    offset: wordOffset(word as Word, endianness), // the index of a word, 0 to 15
    value,
  }))
  const listed = words.filter(({ value }) => value !== 0).sort((a, b) => a.offset - b.offset)
  const texts = listed.map(({ offset, value }) => `[${offset}] 0x${value.toString(16)}`)
  return texts.length === 0 ? 'all 0' : `${texts.join(', ')}; the others 0`
}

/** A call as text: its facts, its arguments, and its words in memory. */
export function callText(data: SeccompData, endianness: Endianness): string {
  const args = data.args.map((value) => `0x${value.toString(16)}n`).join(', ')
  const pointer = data.instruction_pointer
  const from = pointer === 0n ? '' : `, instruction pointer 0x${pointer.toString(16)}`
  return [
    `call    nr ${data.nr} (0x${data.nr.toString(16)}), arch ${auditArchName(data.arch)}${from}, ${endianness} endian`,
    `args    [${args}]`,
    `words   ${wordsText(data, endianness)}`,
  ].join('\n')
}

/**
 * A text about two IRs that should mean the same but do not. It shows the call and its words, the two verdicts by
 * name, both IRs, and a test to paste. `title` is the name of the pass.
 */
export function explain(
  title: string,
  before: LeveledIr,
  after: LeveledIr,
  found: IrDisagreement,
  endianness: Endianness,
): string {
  const { data, left, right } = found
  return [
    `${title} changes what the filter means`,
    callText(data, endianness),
    `before  ${verdictName(left)}`,
    `after   ${verdictName(right)}`,
    `--- before (${before.level})`,
    shown(before, endianness),
    `--- after (${after.level})`,
    shown(after, endianness),
    '--- a test to paste',
    pastedTest(title, before, after, found, endianness),
  ].join('\n')
}
