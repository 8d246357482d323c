/* The worst case for ranges: among the first 300 numbers of x86_64, no two neighbours have the same verdict. */
import { ALLOW, errno, KILL_PROCESS, LOG, policy } from '@seccompile/policy'
import { calls } from '@seccompile/syscalls'
import { x86_64 } from '@seccompile/syscalls/x86_64'

const first = calls(x86_64).slice(0, 300)
const every = (remainder, of) => first.filter((_, i) => i % of === remainder).map(({ name }) => name)

export default policy({ default: KILL_PROCESS, name: 'alternating' })
  .rule(ALLOW, ...every(0, 2))
  .rule(LOG, ...every(1, 4))
  .rule(errno(1), ...every(3, 4))
