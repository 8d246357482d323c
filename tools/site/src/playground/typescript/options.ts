/* The names of the files that TypeScript has in the playground. */

/** The library of the language: no DOM, and nothing of Node. */
export const LIBRARY = 'lib.es2022.d.ts'
/** The policy that a person writes. */
export const POLICY_FILE = '/policy.ts'
/** A file of ours that imports the door, so that its names are known before a policy imports them. */
export const DOOR_FILE = '/door.ts'
/** A file of ours with what a policy may use beside the language. */
export const GLOBALS_FILE = '/globals.d.ts'
/** The module that exports everything for policies: the door. */
export const DOOR = 'seccompile'
/** The packages that a policy may import; of the constants, their subpaths too. */
export const POLICY_PACKAGES: readonly string[] = [
  DOOR,
  '@seccompile/policy',
  '@seccompile/constants',
  '@seccompile/presets',
  '@seccompile/groups',
]
