/* Sets of values as real profiles have them: personas, socket families, requests of ioctl and prctl, clone's flags. */
import { arg, errno, policy } from '@seccompile/policy'

const NAMESPACES = 0x7e020000

export default policy({ default: errno(1), name: 'argument-sets' })
  .allow('read', 'write', 'close', 'exit_group')
  .allow('personality', arg(0).in(0x0, 0x8, 0x20000, 0x20008, 0xffffffff))
  .allow('socket', arg(0).in(1, 2, 10, 16), arg(1).maskedEq(0xf, 1))
  .allow('socket', arg(0).in(1, 2, 10), arg(1).maskedEq(0xf, 2))
  .allow('ioctl', arg(1).in([0x5401, 0x5404], 0x540f, 0x5410, 0x5413, 0x5421, 0x5450, 0x5451))
  .allow('prctl', arg(0).in([1, 4], 15, 16, 22, 23, 38, 39, 0x53564d41))
  .allow('fcntl', arg(1).notIn(8, 10, 15))
  .allow('clone', arg(0).maskedEq(NAMESPACES, 0))
  .deny('clone3', errno(38))
  .allow('mmap', arg(2).lt(8), arg(3).maskedEq(0x3, 2))
  .allow('kill', arg(1).eq(0))
