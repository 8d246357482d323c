/* Twenty calls of x86_64, which a multiplication draws. Hardly any two are neighbours. */
import { errno, policy } from '@seccompile/policy'
import { calls } from '@seccompile/syscalls'
import { x86_64 } from '@seccompile/syscalls/x86_64'

const place = (nr) => Math.imul(nr * nr + 3, 0x85ebca6b) >>> 0
const drawn = calls(x86_64).toSorted((a, b) => place(a.nr) - place(b.nr))

export default policy({ default: errno(1), name: 'random-20' }).allow(
  ...drawn.slice(0, 20).map(({ name }) => name),
)
