/* Three hundred requests of ioctl, spread over 32 bits. No two are neighbours, and no mask fits many of them. */
import { arg, errno, policy } from '@seccompile/policy'

const strewn = (i) => Math.imul(i * i + 7, 0x85ebca6b) >>> 0

export default policy({ default: errno(1), name: 'ioctl-300' })
  .allow('read', 'write', 'close', 'exit_group')
  .allow('ioctl', arg(1).in(...Array.from({ length: 300 }, (_, i) => strewn(i))))
