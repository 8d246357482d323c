/* Values of C, laid out in memory at known addresses. */
import { isWide, machineEndianness } from '../system/native-abi.ts'
import type { Bridge, CMemory } from './bridge.ts'

/** Memory that holds `bytes`. */
export function copied(bridge: Bridge, bytes: Uint8Array): CMemory {
  const memory = bridge.allocate(Math.max(1, bytes.length)) // no runtime gives an address to no bytes
  memory.bytes.set(bytes)
  return memory
}

/** Memory that holds `text` and the NUL that ends it. */
export function terminated(bridge: Bridge, text: Uint8Array): CMemory {
  const memory = bridge.allocate(text.length + 1)
  memory.bytes.set(text)
  return memory
}

/** Writes an address at byte `at`, in the size and the byte order of this machine. */
export function setPointer(memory: CMemory, at: number, address: bigint): void {
  const view = new DataView(memory.bytes.buffer, memory.bytes.byteOffset)
  const little = machineEndianness() === 'little'
  if (isWide()) view.setBigUint64(at, address, little)
  else view.setUint32(at, Number(address), little)
}

/** Memory that holds a `char *[]` ended by `NULL`; the texts to which it points are in the same memory. */
export function stringVector(bridge: Bridge, texts: readonly Uint8Array[]): CMemory {
  const size = isWide() ? 8 : 4
  const head = (texts.length + 1) * size
  const memory = bridge.allocate(texts.reduce((sum, text) => sum + text.length + 1, head))
  let at = head
  texts.forEach((text, index) => {
    setPointer(memory, index * size, memory.address + BigInt(at))
    memory.bytes.set(text, at)
    at += text.length + 1
  })
  return memory
}
