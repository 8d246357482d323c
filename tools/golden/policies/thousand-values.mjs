/* One argument is compared with a thousand values without a common range or common bits. A third need both halves. */
import { arg, errno, policy } from '@seccompile/policy'

const value = (i) => (i % 3 === 0 ? (BigInt(i) << 32n) | BigInt(i * i) : BigInt(7 * i * i + 3))

export default policy({ default: errno(1), name: 'thousand-values' })
  .allow('read', 'write', 'exit_group')
  .allow('ioctl', arg(1).in(...Array.from({ length: 1000 }, (_, i) => value(i))))
