import { notDecided, undecided } from '@seccompile/answer'
import type { Answer, AnswerRemark, AnswerStatus, AnswerWarning } from '@seccompile/answer'
import { digest as digestOfMeaning, isUndecided } from '@seccompile/prover'
import { printableLine } from '@seccompile/text-layout'
import { asking } from '../ask/asking.ts'
import type { Asked } from '../ask/asking.ts'
import { isInputError } from '../io/input-error.ts'
import { checkOneStdin, inputName } from '../io/input.ts'
import { aboutFile } from '../load/question.ts'
import { POLICY_OR_FILE, SIDE } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import type { QuestionOptions } from '../options/question.ts'
import { TARGET } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { WITHIN } from '../options/within.ts'
import { readingWarnings } from '../show/say.ts'
import { someArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'

/** The filters whose digests are printed. */
interface DigestValues extends QuestionOptions {
  readonly files: readonly string[]
}

type DigestQuestion = Asked<DigestValues>

/** The digest of the filter in a file, or the reason why it has none. */
type FileDigest = { readonly file: string; readonly warnings: readonly AnswerWarning[] } & (
  | { readonly kind: 'digest'; readonly digest: string }
  | { readonly kind: 'undecided' | 'error'; readonly reason: string }
)

async function digestOf(argument: string, question: DigestQuestion): Promise<FileDigest> {
  const { filter, prove } = await aboutFile(argument, question)
  const { name: file } = filter
  const warnings = readingWarnings(filter)
  try {
    return { kind: 'digest', file, warnings, digest: digestOfMeaning(filter.subject, prove) }
  } catch (error) {
    if (!isUndecided(error)) throw error
    return { kind: 'undecided', file, warnings, reason: error.message }
  }
}

/** {@link digestOf}, or the fault of the file. */
async function digestOrError(argument: string, question: DigestQuestion): Promise<FileDigest> {
  try {
    return await digestOf(argument, question)
  } catch (error) {
    if (!isInputError(error)) throw error
    return { kind: 'error', file: inputName(argument), warnings: [], reason: error.message }
  }
}

/** A file in the list for machines. */
function factsOf(found: FileDigest): Readonly<Record<string, unknown>> {
  const { kind, file } = found
  switch (kind) {
    case 'digest':
      return { digest: found.digest, file }
    case 'undecided':
      return { answer: 'undecided', reason: found.reason, file }
    case 'error':
      return { error: found.reason, file }
  }
}

/** Why files have no digest. A fault of the options is said once, not for each file. */
function remarksOf(found: readonly FileDigest[]): readonly AnswerRemark[] {
  const remarks = new Map<string, AnswerRemark>()
  for (const each of found) {
    if (each.kind === 'digest') continue
    const text = each.kind === 'error' || found.length === 1 ? each.reason : `${each.file}: ${each.reason}`
    remarks.set(text, each.kind === 'error' ? { label: 'error', kind: 'fault', text } : notDecided(text))
  }
  return [...remarks.values()]
}

function statusOf(found: readonly FileDigest[]): AnswerStatus {
  if (found.some(({ kind }) => kind === 'error')) return 'bad-input'
  return found.some(({ kind }) => kind === 'undecided') ? 'undecided' : 'done'
}

/**
 * A fingerprint of the meaning of each filter. Filters with one meaning have one digest. A file with a fault, or one that is not
 * decided, does not stop the others.
 */
async function digest(question: DigestQuestion): Promise<Answer> {
  const { files } = question
  checkOneStdin(files)
  const found: FileDigest[] = []
  for (const file of files) found.push(await (files.length === 1 ? digestOf : digestOrError)(file, question))
  return {
    status: statusOf(found),
    warnings: found.map(({ warnings }) => warnings),
    text: () =>
      found
        .flatMap((each) => (each.kind === 'digest' ? `${each.digest}  ${printableLine(each.file)}\n` : []))
        .join(''),
    facts: () => {
      const [only] = found
      if (found.length !== 1 || only === undefined) return found.map(factsOf)
      // An undecided answer about one filter is the same for every question.
      return only.kind === 'undecided' ? undecided(only.reason).facts?.() : factsOf(only)
    },
    remarks: remarksOf(found),
  }
}

/** `seccompile digest`. */
export const command: Command = defineCommand({
  description:
    'print a fingerprint of the meaning of a filter: filters with the same meaning have the same fingerprint',
  warnings: 'summary',
  args: { files: someArguments(SIDE.about, POLICY_OR_FILE) },
  options: { ...TARGET, within: WITHIN, json: JSON_OUT, ...WARNINGS },
  examples: [
    { does: 'the same fingerprint for the same meaning', line: 'seccompile digest filter.bpf smaller.bpf' },
  ],
  run: asking(digest),
})
