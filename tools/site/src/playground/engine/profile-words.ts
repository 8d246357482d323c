/* The words of profiles by the key under which they stand, for the completion in the editor. */
import { CAPABILITIES } from '@seccompile/policy'
import { abis, syscallNames } from '@seccompile/syscalls'
import type { WordsAnswer } from '../messages.ts'

const ACTIONS = [
  'SCMP_ACT_ALLOW',
  'SCMP_ACT_ERRNO',
  'SCMP_ACT_KILL_PROCESS',
  'SCMP_ACT_KILL_THREAD',
  'SCMP_ACT_LOG',
  'SCMP_ACT_NOTIFY',
  'SCMP_ACT_TRACE',
  'SCMP_ACT_TRAP',
]
const OPERATORS = ['EQ', 'NE', 'LT', 'LE', 'GE', 'GT', 'MASKED_EQ'].map((name) => `SCMP_CMP_${name}`)

/** The words. */
export function profileWords(id: number): WordsAnswer {
  const arches = abis.map(({ scmpName }) => scmpName)
  return {
    kind: 'words',
    id,
    words: {
      names: syscallNames,
      name: syscallNames,
      action: ACTIONS,
      defaultAction: ACTIONS,
      op: OPERATORS,
      architectures: arches,
      architecture: arches,
      subArchitectures: arches,
      arches: [...new Set(abis.map(({ goArch }) => goArch))].filter((name) => name !== undefined),
      caps: CAPABILITIES,
      profile: ['defaultAction', 'defaultErrnoRet', 'architectures', 'archMap', 'flags', 'syscalls'],
      syscalls: ['names', 'action', 'errnoRet', 'args', 'includes', 'excludes'],
      args: ['index', 'value', 'valueTwo', 'op'],
      includes: ['caps', 'arches', 'minKernel'],
      excludes: ['caps', 'arches', 'minKernel'],
    },
    abis: abis.map(({ token }) => token),
  }
}
