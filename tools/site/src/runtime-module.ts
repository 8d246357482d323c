/*
 * A plugin for the bundle of the site: the module of the sandbox's runtime holds the bundle of the runtime as text.
 *
 * The page loads it as a module, so that its Content-Security-Policy need not allow a connection.
 */

/** The interface of the bundler for this plugin. */
export interface RuntimePlugin {
  readonly name: string
  readonly load: (id: string) => Promise<string> | undefined
}

/** The plugin. @param runtime - makes the bundle */
export function runtimeModule(runtime: () => Promise<string>): RuntimePlugin {
  return {
    name: 'seccompile:policy-runtime-text',
    load(id) {
      if (!/\/sandbox\/runtime-text\.[jt]s$/.test(id.replaceAll('\\', '/'))) return undefined
      return runtime().then((text) => `export const RUNTIME = ${JSON.stringify(text)}\n`)
    },
  }
}
