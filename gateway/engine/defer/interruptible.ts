/**
 * A generator that ends at once when nobody wants more of it. By itself it would first wait for what it awaits.
 * @param interrupt has to make what it awaits end
 */
export function interruptible<T>(
  generator: AsyncGenerator<T, void, undefined>,
  interrupt: () => void,
): AsyncGenerator<T, void, undefined> {
  const end = generator.return.bind(generator);
  return Object.assign(generator, {
    return: (value: void | PromiseLike<void>) => {
      interrupt();
      return end(value);
    },
  });
}
