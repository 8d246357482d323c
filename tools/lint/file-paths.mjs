/** The forms by which the path of a URL becomes the path of a file, for `no-restricted-syntax`. An address of the web is no file. */
const message = 'a path in a URL has %20 for a space: fileURLToPath() of node:url yields the path of the file'

export const FILE_PATHS = [
  'MemberExpression[property.name="pathname"]:not([object.name="location"]):not([object.type="NewExpression"][object.arguments.length=1])',
  'VariableDeclarator:has(NewExpression[callee.name="URL"] MetaProperty) > ObjectPattern > Property[key.name="pathname"]',
  'MemberExpression[property.name=/^(slice|substring|replace)$/][object.property.name="url"][object.object.type="MetaProperty"]',
].map((selector) => ({ selector, message }))
