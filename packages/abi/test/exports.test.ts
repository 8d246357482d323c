import { expect, it } from 'vitest'
import * as abi from '@seccompile/abi'

it('exports exactly its public names', () => {
  expect(Object.keys(abi).sort()).toEqual([
    'AUDIT_ARCH', 'BPF', 'BPF_MAXINSNS', 'BPF_MEMWORDS', 'BPF_X', 'MAX_ERRNO', 'NO_CALL', 'SECCOMP_DATA_ARGS',
    'SECCOMP_DATA_BYTES', 'SECCOMP_RET', 'SECCOMP_RET_ACTION_FULL', 'SECCOMP_RET_DATA', 'SOCK_FILTER_BYTES',
    'WHOLE_WORD',
    'WORD_ARCH', 'WORD_COUNT', 'WORD_NR', 'actionOf', 'argHigh', 'argLow', 'auditArchName', 'auditRecords', 'checkData',
    'dataFromWords', 'dataOf', 'dataWords', 'isBig', 'letsRun', 'passes', 'refuses', 'seccompData', 'strengthOf', 'strictnessOf', 'verdictName', 'verdictOf', 'wordAt', 'wordName',
    'wordOffset',
  ]) // prettier-ignore
})
