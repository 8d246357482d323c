/*
 * What completes the values of options and arguments in the commands that are declared in the old way. An entry goes to its
 * command where the command moves.
 */
import { SECCOMP_RET } from '@seccompile/abi'
import { KINDS } from '@seccompile/draw/kinds'
import { argumentWords, CALL_NAMES as CALLS } from '../options/argument-words.ts'
import { POLICY_OR_FILE, weightsOption } from '../options/files.ts'
import { TARGET } from '../options/target.ts'
import { WITHIN } from '../options/within.ts'
import { FILES, listOf, oneOf, PROGRAMS } from '../syntax/completion.ts'
import type { Complete } from '../syntax/completion.ts'

const ACTIONS = oneOf(Object.keys(SECCOMP_RET))
const LINT_RULES = listOf(async () => {
  const [{ lintRules }, { ruleFacts, ruleNames }] = await Promise.all([
    import('@seccompile/lint'),
    import('@seccompile/lint-report'),
  ])
  return ruleFacts(lintRules, ruleNames(lintRules)).map(({ name, means }) => ({ value: name, about: means }))
})

/** What completes the options, in every command that has them, or in the one before the name. */
export const OLD_OPTIONS: Readonly<Record<string, Complete>> = {
  '--abi': TARGET.abi.complete,
  '--arg': argumentWords('test'),
  '--base': POLICY_OR_FILE,
  '--baseline': FILES,
  '--call': CALLS,
  '--caps': TARGET.caps.complete,
  '--empty-architectures': oneOf(['defer', 'native']),
  '--fail-on': oneOf(['high', 'medium', 'low', 'never']),
  '--format': oneOf(['text', 'json']),
  'diff --format': oneOf(['text', 'json', 'markdown', 'html', 'svg']),
  'draw --format': oneOf(['svg', 'dot', 'mermaid']),
  'lint --format': oneOf(['text', 'json', 'sarif', 'markdown']),
  'report --format': oneOf(['html', 'markdown']),
  'solve --format': oneOf(['text', 'json', 'markdown']),
  '--multiplexers': TARGET.multiplexers.complete,
  'diff --only': listOf(['weaker', 'stricter', 'other']),
  'lint --only': LINT_RULES,
  '--output': FILES,
  'draw --pipeline': oneOf(['speed', 'size', 'list', 'none']),
  '--skip': LINT_RULES,
  '--syscall': CALLS,
  '--theme': oneOf(['auto', 'light', 'dark', 'page']),
  '--unknown': TARGET.unknown.complete,
  '--use': FILES,
  '--verdict': ACTIONS,
  '--weights': weightsOption('').complete,
  '--widths': TARGET.widths.complete,
  '--within': WITHIN.complete,
}

/** What completes the arguments of the commands; the last entry holds for all further words where the last argument is a list. */
export const OLD_ARGUMENTS: Readonly<Record<string, readonly Complete[]>> = {
  bench: [POLICY_OR_FILE],
  'check-manifest': [FILES],
  merge: [POLICY_OR_FILE],
  complete: [oneOf(['bash', 'zsh', 'fish'])],
  diff: [POLICY_OR_FILE, POLICY_OR_FILE],
  draw: [oneOf(KINDS.map(({ name }) => name)), POLICY_OR_FILE],
  launch: [
    oneOf(['bwrap', 'setpriv', 'crun', 'docker', 'podman', 'systemd']),
    POLICY_OR_FILE,
    PROGRAMS,
    FILES,
  ],
  lint: [POLICY_OR_FILE],
  oracle: [POLICY_OR_FILE, CALLS, argumentWords('argument')],
  report: [POLICY_OR_FILE],
  solve: [POLICY_OR_FILE],
}
