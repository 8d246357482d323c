/*
 * The tools with a known version: the commands in README.md make their programs again, byte for byte. For the other
 * programs in ../data the version is not recorded.
 */
import type { BaselineTool } from './vectors.ts'

/** The maker of a program. */
export interface Maker {
  /** The tool and, where it makes several, the kind of filter: `kafel`, `libseccomp, tree`. */
  readonly name: string
  /** A release, or a commit where the project makes no releases. */
  readonly version: string
  /** The command or options for this filter. */
  readonly how: string
  /** The address of its source. */
  readonly source: string
}

const LIBSECCOMP = { version: '2.6.0', source: 'https://github.com/seccomp/libseccomp' }
const MINIJAIL = { version: 'commit 8d20993', source: 'https://github.com/google/minijail' }

/** The makers by the name of the tool in the names of the files, in the order in which pages list them. */
export const MAKERS: Partial<Readonly<Record<BaselineTool, Maker>>> = {
  'libseccomp-2.6.0-O2': { name: 'libseccomp, tree', how: 'optimize level 2', ...LIBSECCOMP },
  'libseccomp-2.6.0-O1': { name: 'libseccomp, list', how: 'optimize level 1, its default', ...LIBSECCOMP },
  'minijail-bst': { name: 'minijail, tree', how: '`--optimization-strategy bst`, its default', ...MINIJAIL },
  'minijail-linear': { name: 'minijail, list', how: '`--optimization-strategy linear`', ...MINIJAIL },
  kafel: {
    name: 'kafel',
    how: '`kafel_compile()`',
    version: 'commit 18f2074',
    source: 'https://github.com/google/kafel',
  },
  seccompiler: {
    name: 'seccompiler',
    how: '`SeccompFilter::new()`',
    version: '0.5.0',
    source: 'https://github.com/rust-vmm/seccompiler',
  },
}
