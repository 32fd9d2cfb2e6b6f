/** The id of the element that holds the field at a pointer. */
export const placeId = (pointer: string): string => `at${pointer.replace(/\//g, '.')}`;

const focusable = 'input:not([disabled]), textarea, select, button:not([disabled])';

/** Brings the field at a pointer into sight and the focus into it; its row, table or section when it has none. */
export const focusField = (pointer: string): void => {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = document.getElementById(placeId(at));
    if (place) {
      const control = place.matches(focusable) ? place : place.querySelector<HTMLElement>(focusable);
      place.scrollIntoView({ block: 'center' });
      control?.focus({ preventScroll: true });
      return;
    }
  }
};
