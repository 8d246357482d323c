/** The address of the declarations. The bundler puts it here: see policy-declarations.ts. */
export const DECLARATIONS: string = ''
