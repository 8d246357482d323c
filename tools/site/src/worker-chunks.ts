/*
 * How the code of the playground's Worker is divided into files.
 *
 * Small files compress badly, and each is a request. So all that every filter needs is one file. The tables of x86_64, x86 and
 * x32 are another: a filter for one of them is checked on the other two, and their names compress well together. What some
 * filters need stays apart, and is loaded then.
 */

/** A file of the bundle: a name, and which modules are in it. */
export interface ChunkGroup {
  readonly name: string
  readonly test: (id: string) => boolean
}

/** The tables of the ABIs of one machine. */
const X86 =
  /\/(?:signatures|syscalls)\/dist\/(?:(?:tables|texts)\/)?(?:x86_64|x86|x32)\.js$|\/engine\/x86-tables\.js$/
/** Tables of one ABI, apart from what reads them and from the records of all. */
const TABLES =
  /\/(?:signatures|syscalls)\/dist\/(?:tables\/)?(?:aarch64|arm|loongarch64|m68k|mips|parisc|ppc|riscv64|s390|sh)\w*\.js$/
/** TypeScript itself, in a Worker of its own. */
const TYPESCRIPT = /\/node_modules\/typescript(?:-6\.0)?\//
/**
 * Modules for presets and their sources, raw filters, the difference of two, assembly, pasted texts and pictures, and TypeScript, which
 * has a Worker of its own.
 */
const LATER =
  /\/(?:typescript|sandbox)\/|\/packages\/(?:draw|filter|groups|outcomes|pass-lift|presets)\/|\/compiler\/dist\/(?:optimize\/|compile\/passes\.)|\/cbpf\/dist\/(?:assembly-|parse-|token-)|\/pass\/dist\/print-ir\.js$|\/describe\/dist\/(?:programs\/ir-text|changes\/change-counts)\.js$|\/prover\/dist\/as-rules\.js$|\/seccompile\/dist\/draw\/|\/@dagrejs\/|\/engine\/(?:changes|container-default|from-program|optimised|pass-dumps|pasted-text|picture|policy-writer|read-assembly|typed-policy)\.js$|\/policy-source\.js\?|\/constant-files\.js\?/

/** Docker's profile by its preset, apart from the other presets. */
const CONTAINER = /\/presets\/dist\/container-\w+\.js$/

/** The files. A file takes what its modules import unless a file before it has that, so the engine is first. */
export const workerChunks: readonly ChunkGroup[] = [
  { name: 'engine', test: (id) => !X86.test(id) && !TABLES.test(id) && !LATER.test(id) },
  { name: 'typescript', test: (id) => TYPESCRIPT.test(id) },
  { name: 'tables-x86', test: (id) => X86.test(id) },
  { name: 'container', test: (id) => CONTAINER.test(id) },
]
