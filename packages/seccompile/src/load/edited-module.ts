/*
 * Loads a module with a text that is not in its file. The hooks of Node's loader replace the text of one URL, which differs
 * from that of the file by a query. So what the module imports is found, and nothing is written.
 */
import * as nodeModule from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { exportedPolicy } from '@seccompile/policy-files'
import type { Policy } from '@seccompile/policy'

/** A loaded module, as a hook yields it. */
interface LoadedSource {
  readonly format: string
  readonly source: string
}

type LoadHook = (
  url: string,
  context: unknown,
  next: (url: string, context: unknown) => LoadedSource,
) => LoadedSource

/** The hooks of Node 22.15 and later. Older ones have only `register`, which needs a module of its own. */
interface LoaderHooks {
  readonly registerHooks?: (hooks: { readonly load: LoadHook }) => { readonly deregister: () => void }
  readonly register: (
    specifier: string,
    options: { readonly parentURL: string; readonly data: unknown },
  ) => void
}

const HOOK = `let edited
export function initialize(data) { edited = data }
export async function load(url, context, next) {
  const loaded = await next(url, context)
  return url === edited.url ? { ...loaded, source: edited.text } : loaded
}`

/**
 * The policy that the module in the file `path` would export as default if its text were `text`.
 * @throws whatever the module throws, and PolicyError where it exports no policy
 */
export async function loadEditedPolicy(path: string, text: string): Promise<Policy> {
  const { registerHooks, register } = nodeModule as unknown as LoaderHooks // the types are those of Node 20.19
  const file = pathToFileURL(resolve(path)).href
  const url = `${file}?seccompile-edited`
  const hooks = registerHooks?.({
    load: (asked, context, next) => {
      const loaded = next(asked, context)
      return asked === url ? { ...loaded, source: text } : loaded
    },
  })
  if (hooks === undefined)
    register(`data:text/javascript,${encodeURIComponent(HOOK)}`, { parentURL: file, data: { url, text } })
  try {
    const module = (await import(/* @vite-ignore */ url)) as { readonly default?: unknown }
    return exportedPolicy(module.default, path)
  } finally {
    hooks?.deregister()
  }
}
