// Written by tools/gen-filters from the names of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

/** The name of a preset with filters: `@seccompile/filters/NAME` has them. */
export type FilterName =
  | 'agent-command'
  | 'container-default'
  | 'mode-strict'
  | 'nested-sandbox'
  | 'no-exotic-sockets'
  | 'no-io-uring'
  | 'no-network'
  | 'no-new-namespaces'
  | 'no-tracing'
  | 'no-tty-injection'
  | 'no-unix-sockets'
  | 'node-server'
  | 'pure-compute'
  | 'unix-sockets-only'

/** The names of the presets with filters, sorted. */
export const filterNames: readonly FilterName[] = [
  'agent-command',
  'container-default',
  'mode-strict',
  'nested-sandbox',
  'no-exotic-sockets',
  'no-io-uring',
  'no-network',
  'no-new-namespaces',
  'no-tracing',
  'no-tty-injection',
  'no-unix-sockets',
  'node-server',
  'pure-compute',
  'unix-sockets-only',
]
