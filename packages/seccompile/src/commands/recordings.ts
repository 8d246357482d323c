/*
 * `seccompile recordings sum`: adds recordings.
 *
 * Files are read one after another, line by line. Memory holds the sum alone, and the format bounds how many values, lists and
 * programs it has. So neither the number of files nor their size matters.
 */
import { recordingCounts, recordingLines, sumHeads } from '@seccompile/recording'
import type { RecordingHead } from '@seccompile/recording'
import { quote } from '@seccompile/shape'
import { jsonText, printableLine } from '@seccompile/text-layout'
import { CliError } from '../io/cli-error.ts'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import { checkDistinct, checkOneStdin, inputName, textPieces } from '../io/input.ts'
import type { Io } from '../io/io.ts'
import { writeOutput } from '../io/output.ts'
import { eachRow } from '../load/recording.ts'
import { outputOption } from '../options/files.ts'
import { sayNote } from '../show/say.ts'
import { chosenArgument, someArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FILES } from '../syntax/completion.ts'
import { answerFile } from '../write/answer.ts'

/** Recordings to add. */
interface RecordingsSum {
  readonly file: readonly string[]
  readonly output?: string | undefined
}

/** The fields on which recordings may differ. The sum says nothing of such a field. */
const SINGLE = ['source', 'machine', 'kernel', 'libc', 'scenario', 'outerFilters'] as const

/** The most UTF-16 units of a head line. @see docs/recordings.md */
const MAX_HEAD = 65_536

/** The head of a file, with its name in messages. */
interface NamedHead {
  readonly name: string
  readonly head: RecordingHead
}

/** Says on which fields two heads differ, each field once. */
function differenceTeller(io: Io): (one: NamedHead, other: NamedHead) => void {
  const said = new Set<string>()
  return (one, other) => {
    for (const field of SINGLE) {
      const [a, b] = [one.head[field], other.head[field]]
      if (a === b || said.has(field)) continue
      said.add(field)
      const text = ({ name }: NamedHead, value: string | number | undefined): string =>
        value === undefined ? `${name} does not say it` : `${name} has ${quote(String(value))}`
      const instead = field === 'source' || field === 'machine' ? '"several"' : 'none'
      sayNote(
        io,
        `the recordings differ in ${field}: ${text(one, a)}, ${text(other, b)}; the sum has ${instead}`,
      )
    }
  }
}

/** @throws CliError where the heads together name more unseen calls than the head of the sum holds */
function checkedHead({ name, head }: NamedHead): RecordingHead {
  if (jsonText(head, 0).length > MAX_HEAD / 2)
    throw new CliError(
      `${name}: the heads of the recordings say too much that was not seen for one head; add fewer`,
    )
  return head
}

/** The bytes of lines that are kept together: a buffer for each line would take more memory than the lines. */
const BLOCK_BYTES = 1 << 20

/** `lines` in UTF-8. */
function encoded(lines: Iterable<string>): Uint8Array {
  const full: Buffer[] = []
  let block = Buffer.allocUnsafe(BLOCK_BYTES)
  let used = 0
  for (const line of lines) {
    const room = Buffer.byteLength(line)
    if (used + room > block.length) {
      full.push(block.subarray(0, used))
      block = Buffer.allocUnsafe(Math.max(BLOCK_BYTES, room))
      used = 0
    }
    used += block.write(line, used)
  }
  return Buffer.concat([...full, block.subarray(0, used)])
}

/**
 * `seccompile recordings sum`: one recording of all calls in several.
 * @throws CliError or PolicyError for a file that is no recording; nothing is written then
 */
async function sumRecordings(io: Io, { file: files, ...options }: RecordingsSum): Promise<ExitCode> {
  checkOneStdin(files)
  checkDistinct(files)
  const output = answerFile(options, files)
  const counts = recordingCounts()
  const tellDifferences = differenceTeller(io)
  let first: NamedHead | undefined
  let sum: RecordingHead | undefined
  for (const file of files) {
    const name = inputName(file)
    const head = eachRow(name, textPieces(file), (row) => counts.addRow(row))
    if (first !== undefined) tellDifferences(first, { name, head })
    first ??= { name, head }
    sum = checkedHead({ name, head: sum === undefined ? head : sumHeads(sum, head) })
  }
  const lines = recordingLines(sum!, counts) // there is a file: the command takes one or more
  if (output === undefined) {
    for (const line of lines) io.out(line)
    return EXIT.ok
  }
  await writeOutput(output, encoded(lines))
  sayNote(io, `${printableLine(output)}: ${counts.calls} calls of ${files.length} recordings`)
  return EXIT.ok
}

/** `seccompile recordings`. */
export const command: Command = defineCommand({
  description:
    'add recordings of calls: the sum is the recording of all calls together, whatever the order of the files',
  args: {
    what: chosenArgument(['sum']),
    file: someArguments('recordings, as "record -o" writes them; - for standard input', FILES),
  },
  options: { output: outputOption('the sum') },
  examples: [
    {
      does: 'one recording of a server and of its restart',
      line: 'seccompile recordings sum calls.ndjson restart.ndjson -o all.ndjson',
    },
  ],
  run: sumRecordings,
})
