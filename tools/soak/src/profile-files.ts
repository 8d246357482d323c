/*
 * Files with profiles that people use, below a folder.
 *
 * FOLDER/SOURCE/PATH   SOURCE is OWNER+REPOSITORY@COMMIT or debian+PACKAGE=VERSION
 *
 * The texts belong to others and are no part of the project; a record of them holds names, sums and figures.
 *
 * Policies of crosvm include one another by the absolute path of their folder on a device, and its build replaces
 * that path. Here, copies with their includes beside them take the place of these policies.
 */
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { notationOf } from '@seccompile/policy-files'
import type { PolicyNotation } from '@seccompile/policy-files'
import { parseAllDocuments } from 'yaml'

/** One filter of a file. */
export interface ProfileFile {
  readonly source: string
  /** The path below the folder of the source. */
  readonly path: string
  /** The name of the filter, where the file has several. */
  readonly part?: string
  /** The path to open. */
  readonly file: string
  /** SHA-256 of the bytes of the file, in hexadecimal digits. */
  readonly sha256: string
  /** `undefined` where no notation recognises the text. */
  readonly notation: PolicyNotation | undefined
  /** The ABI that the path names, such as `aarch64`; otherwise `x86_64`. */
  readonly abi: 'x86_64' | 'aarch64' | 'riscv64'
}

/** The names of the filters in a text; empty where the text is one filter without a name. */
function partsOf(notation: PolicyNotation | undefined, text: string): readonly string[] {
  switch (notation?.name) {
    case 'seccompiler':
      return Object.keys(JSON.parse(text) as object)
    case 'spo':
      return parseAllDocuments(text)
        .map((document) => document.toJS() as { kind?: string; metadata?: { name?: string } } | null)
        .filter((resource) => resource?.kind === 'SeccompProfile')
        .map((resource) => resource?.metadata?.name ?? '')
    default:
      return []
  }
}

const abiOf = (path: string): ProfileFile['abi'] =>
  /aarch64|arm64/.test(path) ? 'aarch64' : /riscv64/.test(path) ? 'riscv64' : 'x86_64'

/** An include by an absolute path. The name of the file is the last part. */
const ABSOLUTE_INCLUDE = /^([ \t]*@include[ \t]+)\/(?:[^\s/]+\/)*(?=[^\s/]+[ \t]*$)/gm

/** Makes copies of the policies in `folder`, with their includes beside them; yields the folder of the copies. */
function copied(folder: string): string {
  const made = mkdtempSync(join(tmpdir(), 'profiles-'))
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isFile()) continue
    const text = readFileSync(join(folder, entry.name), 'utf8')
    writeFileSync(join(made, entry.name), text.replace(ABSOLUTE_INCLUDE, '$1./'))
  }
  return made
}

/** Copies of files, and a function that removes them. */
interface Copies {
  readonly fileFor: (file: string, text: string) => string
  readonly remove: () => void
}

function createCopies(): Copies {
  const folders = new Map<string, string>()
  return {
    fileFor: (file, text) => {
      if (text.replace(ABSOLUTE_INCLUDE, '') === text) return file
      const folder = dirname(file)
      const made = folders.get(folder) ?? copied(folder)
      folders.set(folder, made)
      return join(made, basename(file))
    },
    remove: () => {
      for (const made of folders.values()) rmSync(made, { recursive: true })
    },
  }
}

/** Calls `use` with the filters in the files below `folder`, in the order of their names. */
export async function withProfileFiles<T>(
  folder: string,
  use: (files: readonly ProfileFile[]) => Promise<T>,
): Promise<T> {
  const copies = createCopies()
  try {
    return await use(await profileFiles(folder, copies))
  } finally {
    copies.remove()
  }
}

async function profileFiles(folder: string, copies: Copies): Promise<readonly ProfileFile[]> {
  const found: ProfileFile[] = []
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replace(/^\/+/, ''))
    .toSorted()
  for (const name of files) {
    const [source = '', ...below] = name.split('/')
    const path = below.join('/')
    const bytes = readFileSync(join(folder, name))
    const text = bytes.toString('utf8')
    const file = copies.fileFor(join(folder, name), text)
    const notation = await notationOf(text)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const facts = { source, path, file, sha256, notation, abi: abiOf(path) }
    const parts = partsOf(notation, text)
    found.push(...(parts.length === 0 ? [facts] : parts.map((part) => ({ ...facts, part }))))
  }
  return found
}
