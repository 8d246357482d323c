/* One argument is compared with the multiples of 3 below 1,800. Only many bits tell these six hundred values from others. */
import { arg, errno, policy } from '@seccompile/policy'

export default policy({ default: errno(1), name: 'multiples' })
  .allow('read', 'write', 'exit_group')
  .allow('ioctl', arg(1).in(...Array.from({ length: 600 }, (_, i) => BigInt(3 * i))))
