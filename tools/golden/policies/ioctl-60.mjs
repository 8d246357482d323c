/*
 * Sixty requests of ioctl as drivers number them: six letters, runs of numbers with holes, sizes and directions.
 *
 * Their form is in include/uapi/asm-generic/ioctl.h of Linux. A multiplication draws the requests.
 */
import { arg, errno, policy } from '@seccompile/policy'

const LETTERS = [0x54, 0x53, 0x12, 0x89, 0x64, 0xae]
const SIZES = [0, 4, 8, 16, 24, 64]

const draw = (i, most) => (Math.imul(i + 1, 0x9e3779b1) >>> 16) % most

/** A request. Every third request has no size, and so no direction. */
const request = (i) => {
  const [letter, size] = [LETTERS[i % 6], i % 3 === 0 ? 0 : SIZES[1 + draw(i, 5)]]
  const direction = size === 0 ? 0 : 1 + draw(i + 60, 3)
  return ((direction << 30) | (size << 16) | (letter << 8) | (draw(i + 120, 3) + 3 * Math.floor(i / 6))) >>> 0
}

export default policy({ default: errno(1), name: 'ioctl-60' })
  .allow('read', 'write', 'close', 'exit_group')
  .allow('ioctl', arg(1).in(...Array.from({ length: 60 }, (_, i) => request(i))))
