/* One argument compared with the multiples of 3 below 1,800: six hundred values, which few bits tell from all others. */
import { arg, errno, policy } from '@seccompile/policy'

export default policy({ default: errno(1), name: 'multiples' })
  .allow('read', 'write', 'exit_group')
  .allow('ioctl', arg(1).in(...Array.from({ length: 600 }, (_, i) => BigInt(3 * i))))
