/** What `make` gives for a key, made when it is first asked for. */
export const cached = <V>(make: (key: string) => V): ((key: string) => V) => {
  const made = new Map<string, V>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) made.set(key, (value = make(key)));
    return value;
  };
};
