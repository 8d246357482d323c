/** The bundle that runs before a policy. The bundler puts it here: see runtime-module.ts. */
export const RUNTIME: string = ''
