/*
 * What completes the values of options and arguments in the commands that are declared in the old way. An entry goes to its
 * command where the command moves.
 */
import { ONE_ABI } from '../options/abi.ts'
import { CALL_NAMES as CALLS } from '../options/argument-words.ts'
import { POLICY_OR_FILE } from '../options/files.ts'
import { NOTATION } from '../options/notation.ts'
import { TARGET } from '../options/target.ts'
import { WITHIN } from '../options/within.ts'
import { FILES, FOLDERS, oneOf } from '../syntax/completion.ts'
import type { Complete } from '../syntax/completion.ts'

const GROUPS = oneOf(async () => {
  const { GROUPS: all } = await import('@seccompile/groups')
  return all.map(({ name, summary }) => ({ value: name, about: summary }))
})
/** What completes the options, in every command that has them, or in the one before the name. */
export const OLD_OPTIONS: Readonly<Record<string, Complete>> = {
  '--abi': TARGET.abi.complete,
  'call --abi': ONE_ABI,
  'groups --abi': ONE_ABI,
  '--caps': TARGET.caps.complete,
  '--format': oneOf(['text', 'json']),
  '--multiplexers': TARGET.multiplexers.complete,
  '--output': FILES,
  'dump --output': FOLDERS,
  'optimize --pipeline': oneOf(['speed', 'size']),
  '--to': NOTATION.to.complete,
  '--unknown': TARGET.unknown.complete,
  '--use': FILES,
  '--widths': TARGET.widths.complete,
  '--within': WITHIN.complete,
}

/** What completes the arguments of the commands; the last entry holds for all further words where the last argument is a list. */
export const OLD_ARGUMENTS: Readonly<Record<string, readonly Complete[]>> = {
  asm: [FILES],
  call: [CALLS],
  digest: [POLICY_OR_FILE],
  disasm: [POLICY_OR_FILE],
  explain: [POLICY_OR_FILE],
  groups: [GROUPS],
  intersect: [POLICY_OR_FILE, POLICY_OR_FILE],
  optimize: [FILES],
  verify: [POLICY_OR_FILE],
}
