/* The writer of policies as TypeScript. In the bundle of the Worker this is a file of its own: see worker-tables.ts. */
export { policySource } from '@seccompile/policy'
