/**
 * Reads the functions that serve system calls out of the BTF of a running kernel, and compares them with signatures.
 *
 * `SYSCALL_DEFINEn(name, …)` makes a function `__do_sys_name` whose parameters have their C types. Where the compiler did
 * not inline it, BTF has it, with names and types: a second reading of the source, by the compiler itself.
 *
 * @see Documentation/bpf/btf.rst, include/uapi/linux/btf.h, include/linux/syscalls.h (__SYSCALL_DEFINEx)
 */
import { NARROWER } from './by-hand.mjs'

/** By `process.arch`, the ABI of a kernel whose system calls are functions `__do_sys_NAME`. */
export const TOKENS = { x64: 'x86_64', arm64: 'aarch64' }

const MAGIC = 0xeb9f
const INT = 1
const POINTER = 2
const ARRAY = 3
const STRUCT = 4
const UNION = 5
const ENUM = 6
const FUNCTION = 12
const PROTOTYPE = 13
const VARIABLE = 14
const SECTION = 15
const DECL_TAG = 17
const ENUM64 = 19
/** The kinds of BTF that stand for another type: typedef, volatile, const, restrict, type tag. */
const ALIASES = [8, 9, 10, 11, 18]

/** By kind, the bytes of one member, which follow the twelve bytes of a type. */
const MEMBER = { [STRUCT]: 12, [UNION]: 12, [ENUM]: 8, [PROTOTYPE]: 8, [SECTION]: 12, [ENUM64]: 12 }
/** By kind, the bytes that follow the twelve bytes of a type, for any number of members. */
const TAIL = { [INT]: 4, [ARRAY]: 12, [VARIABLE]: 4, [DECL_TAG]: 4 }

/** A Map from the name of each function `__do_sys_NAME` to its parameters: `{ name, width, signed, pointer }`. */
export function readBtf(bytes) {
  if (bytes.length < 24 || bytes.readUInt16LE(0) !== MAGIC) throw new Error('no BTF in this byte order')
  const [header, typesAt, typesLength, stringsAt] = [4, 8, 12, 16].map((at) => bytes.readUInt32LE(at))
  const textAt = (offset) => {
    const from = header + stringsAt + offset
    return bytes.toString('latin1', from, bytes.indexOf(0, from))
  }
  // Type 0 is void.
  const types = [{ name: '', kind: 0, size: 0, members: [] }]
  const end = header + typesAt + typesLength
  for (let at = header + typesAt; at < end;) {
    const [name, info, size] = [0, 4, 8].map((offset) => bytes.readUInt32LE(at + offset))
    const kind = (info >>> 24) & 0x1f
    const count = info & 0xffff
    const type = { name: textAt(name), kind, size, signed: info >>> 31 === 1, members: [] }
    at += 12
    if (kind === INT) type.signed = ((bytes.readUInt32LE(at) >>> 24) & 1) === 1
    if (kind === PROTOTYPE)
      for (let i = 0; i < count; i++)
        type.members.push([textAt(bytes.readUInt32LE(at + 8 * i)), bytes.readUInt32LE(at + 8 * i + 4)])
    at += (TAIL[kind] ?? 0) + (MEMBER[kind] ?? 0) * count
    types.push(type)
  }

  const readsOf = (index) => {
    let type = types[index]
    while (ALIASES.includes(type.kind)) type = types[type.size]
    if (type.kind === POINTER) return { width: 64, signed: false, pointer: true }
    return { width: type.size * 8, signed: type.signed, pointer: false }
  }
  const found = new Map()
  for (const { name, kind, size } of types) {
    const call = /^__do_sys_(\w+)$/.exec(name)?.[1]
    if (kind !== FUNCTION || call === undefined) continue
    // A call without arguments has one parameter, the registers, under the name `__unused`.
    const params = types[size].members.filter(([param]) => param !== '__unused')
    found.set(
      call,
      params.map(([param, type]) => ({ name: param, ...readsOf(type) })),
    )
  }
  return found
}

/** Calls of x86_64 and aarch64 by the name of their entry point, where that differs. */
const CALLS = {
  newstat: 'stat',
  newfstat: 'fstat',
  newlstat: 'lstat',
  newuname: 'uname',
  umount: 'umount2',
  sendfile64: 'sendfile',
  fadvise64_64: 'fadvise64',
  sync_file_range2: undefined,
}

/** Whether the kernel reads the argument only in part: BTF has its type, which is wider. */
const isNarrower = (call, name) => NARROWER.some((entry) => entry.call === call && entry.arg === name)

/**
 * Compares the functions of a kernel with the signatures of its ABI. Yields the number of compared calls, and a line
 * for each difference. Names may differ: a later kernel renames parameters.
 */
export function compareBtf(functions, signatures) {
  const differences = []
  let compared = 0
  for (const [entry, params] of functions) {
    const call = entry in CALLS ? CALLS[entry] : entry
    const ours = call === undefined ? undefined : signatures.get(call)
    // Skips entry points of other ABIs (`time32`, `chown16`) and of a later kernel.
    if (ours === undefined) continue
    compared++
    if (ours.args.length !== params.length) {
      differences.push(`${call}: ${ours.args.length} arguments here, ${params.length} in the kernel`)
      continue
    }
    for (const [at, param] of params.entries()) {
      const arg = ours.args[at]
      if (isNarrower(call, arg.name)) continue
      const text = ({ width, signed, pointer }) => (pointer ? 'an address' : `${signed ? 's' : 'u'}${width}`)
      if (text(arg) !== text(param))
        differences.push(
          `${call}: "${arg.name}" is ${text(arg)} here, "${param.name}" is ${text(param)} in the kernel`,
        )
    }
  }
  return { compared, differences }
}
