/**
 * A constructor that returns the object that it is given. A class that extends it adds its private fields to that
 * object. Such a field is a mark of what has been checked: no other code can write, forge or copy it.
 * @see ECMA-262, SuperCall: the fields of a class are added to the object that the constructor above it returns
 */
export const Given: new (object: object) => object = function (object: object): object {
  return object
} as unknown as new (object: object) => object // `new` yields what a function returns, where that is an object
