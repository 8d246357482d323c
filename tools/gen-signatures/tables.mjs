/**
 * Imports from tools/gen-syscalls: the list of ABIs, the tables of the kernel, and the committed calls. Both tools
 * read the same files, and neither is a package that others import, so all imports from the other tool go through
 * this file.
 */
export { ABIS } from '../gen-syscalls/src/abis.mjs'
export { committedCalls } from '../gen-syscalls/src/committed.mjs'
export { hasAbi, kernelRows } from '../gen-syscalls/src/kernel.mjs'
