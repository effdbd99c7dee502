import type { Element, Node } from '@xmldom/xmldom';

/** Element children in order. Names are compared without prefix: strict and transitional files use different name spaces. */
export function childElements(parent: Node): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) if (isElement(node)) found.push(node);
  return found;
}

export function childNamed(parent: Node | null, name: string): Element | null {
  if (parent === null) return null;
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    if (isElement(node) && node.localName === name) return node;
  }
  return null;
}

/** The child reached by a path of names, or null. */
export function descend(parent: Node | null, ...path: readonly string[]): Element | null {
  let at: Node | null = parent;
  for (const name of path) at = childNamed(at, name);
  return at === parent ? null : (at as Element | null);
}

/** An attribute by its local name, whatever its prefix. */
export function attribute(element: Element | null, name: string): string | null {
  if (element === null) return null;
  for (let index = 0; index < element.attributes.length; index += 1) {
    const found = element.attributes.item(index);
    if (found !== null && found.localName === name) return found.value;
  }
  return null;
}

export function numberAttribute(element: Element | null, name: string): number | null {
  const value = attribute(element, name);
  return value !== null && /^-?\d{1,9}$/.test(value) ? Number(value) : null;
}

/** A switch such as `<w:b/>`: on unless its value says off; null when it is not there. */
export function switchValue(properties: Element | null, name: string): boolean | null {
  const found = childNamed(properties, name);
  if (found === null) return null;
  const value = attribute(found, 'val');
  return value === null || !['0', 'false', 'off', 'none'].includes(value);
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
