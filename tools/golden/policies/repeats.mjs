/* The rules of a profile that grew for years: repeated rules, and rules that an earlier, wider rule covers. */
import { arg, errno, policy } from '@seccompile/policy'

export default policy({ default: errno(1), name: 'repeats' })
  .allow('read', 'write', 'exit_group')
  .allow('write', 'read')
  .allow('ioctl', arg(1).eq(0x5401))
  .allow('ioctl', arg(1).eq(0x5401))
  .allow('ioctl', arg(0).eq(1), arg(1).eq(0x5401))
  .allow('ioctl', arg(1).in([0x5401, 0x5403]))
  .allow('ioctl', arg(1).ge(0x5402), arg(1).le(0x5404))
  .allow('socket', arg(0).maskedEq(0xffffffffffffffffn, 1))
  .allow('socket', arg(0).eq(1))
  .allow('socket', arg(0).gt(1), arg(0).lt(4))
  .allow('kill', arg(1).lt(0x100000000n))
  .allow('kill', arg(1).maskedEq(0xffffffff00000000n, 0))
