'use strict';

// Live: the server sends parts of the page that have changed; each takes the place of the one with its id.

const FOCUSABLE = 'a[href], summary, [tabindex="0"]';

// What was unfolded stays so: it belongs to the part with an id around it.
function unfold(old, fresh) {
  old.querySelectorAll('[id] details[open]').forEach((details) => {
    const around = fresh.querySelector(`#${CSS.escape(details.closest('[id]').id)} details`);
    if (around) around.open = true;
  });
}

function replace(old, fresh) {
  unfold(old, fresh);
  if (old.isEqualNode(fresh)) return;
  const focused = [...old.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement);
  const chosen = old.querySelector('.chart[data-chosen]')?.dataset.chosen;
  old.replaceWith(fresh);
  if (focused >= 0) [...fresh.querySelectorAll(FOCUSABLE)][focused]?.focus({ preventScroll: true });
  if (chosen !== undefined && fresh.matches('.card')) choose(fresh.querySelector('.chart'), Number(chosen));
}

function change(event) {
  const template = document.createElement('template');
  template.innerHTML = event.data;
  const fresh = template.content.firstElementChild;
  const old = document.getElementById(fresh.id);
  if (old) replace(old, fresh);
  if (fresh.dataset.tab) document.title = fresh.dataset.tab;
}

const live = document.querySelector('[data-live]');
if (live) {
  const states = ['Reconnecting', 'Live', 'Not live: reload to update'];
  const source = new EventSource(live.dataset.live);
  const show = () => {
    live.hidden = false;
    live.textContent = states[source.readyState];
    live.dataset.state = source.readyState;
  };
  source.addEventListener('open', show);
  source.addEventListener('error', show);
  source.addEventListener('change', change);
  window.addEventListener('pagehide', () => source.close());
  window.addEventListener('pageshow', (event) => event.persisted && window.location.reload());
}
