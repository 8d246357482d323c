/* A policy together with its text, for edits. */
import { lstatSync, realpathSync } from 'node:fs'
import { chainText, jsonProfile, WITHOUT_TEXT, yamlProfile } from '@seccompile/heal'
import type { RereadText } from '@seccompile/heal'
import { isModulePath, notationOf, PRESET, readPolicyText, utf8 } from '@seccompile/policy-files'
import type { LoadedPolicy } from '@seccompile/policy-files'
import { readText } from '../io/input.ts'
import type { TargetOptions } from '../options/target.ts'
import { overridden } from './overrides.ts'
import { loadPolicy } from './policy.ts'
import { partOf, readPolicyFile } from './policy-file.ts'
import { noPolicy } from './unread-text.ts'

/** A policy, and what an edit may do to its text. */
export interface EditablePolicy extends RereadText {
  readonly loaded: LoadedPolicy
}

/** A policy whose text is not edited, and why. */
export const withoutText = (loaded: LoadedPolicy, why: string): EditablePolicy => ({
  loaded,
  form: WITHOUT_TEXT,
  why,
  reread: () => Promise.resolve(loaded.policy),
})

/** The file that a path names: a program that edits it, such as patch, takes no symbolic link. */
const fileAt = (path: string): string =>
  lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true ? realpathSync(path) : path

/** Whether the runtime has the hooks that load an edited module. */
const hasHooks = process.versions['bun'] === undefined && process.versions['deno'] === undefined

async function moduleText(path: string, options: TargetOptions): Promise<EditablePolicy> {
  const content = readText(path, 'a module')
  const loaded = overridden(await loadPolicy(path, options), options)
  const form = chainText(content, loaded.policy)
  if (form === undefined) return withoutText(loaded, 'its default export is computed')
  if (!hasHooks) return withoutText(loaded, 'an edited module can be checked only in Node')
  const { loadEditedPolicy } = await import('./edited-module.ts')
  return {
    loaded,
    form,
    text: { path: fileAt(path), content },
    reread: (edited) => loadEditedPolicy(path, edited),
  }
}

async function fileText(argument: string, options: TargetOptions): Promise<EditablePolicy> {
  const { name, bytes, how } = await readPolicyFile(argument, options)
  const read = async (content: Uint8Array | string): Promise<LoadedPolicy> => {
    const found = await readPolicyText(content, name, how)
    if (found.kind !== 'policy') throw noPolicy(name, found)
    return overridden(found.loaded, options)
  }
  const loaded = await read(bytes)
  const content = utf8(bytes, name, 'a policy')
  const notation = await notationOf(content)
  const form =
    notation === undefined || notation.name === 'oci'
      ? jsonProfile(content, loaded.policy)
      : notation.name === 'spo'
        ? yamlProfile(content, loaded.policy)
        : undefined
  if (form === undefined)
    return withoutText(loaded, `the text of ${notation?.title ?? 'this policy'} is not edited`)
  const { path } = partOf(argument)
  return {
    loaded,
    form,
    text: { path: fileAt(path), content },
    reread: async (edited) => (await read(edited)).policy,
  }
}

/** Whether the policy that `argument` names is one of the builder: a module or a preset. */
export const hasBuilder = (argument: string): boolean => argument.startsWith(PRESET) || isModulePath(argument)

/**
 * The policy that `argument` names, with its text.
 * @throws CliError or PolicyError where it cannot be loaded
 */
export async function loadEditable(argument: string, options: TargetOptions): Promise<EditablePolicy> {
  if (argument.startsWith(PRESET))
    return withoutText(
      overridden(await loadPolicy(argument, options), options),
      'a preset has no text of its own',
    )
  return isModulePath(argument) ? moduleText(argument, options) : fileText(argument, options)
}
