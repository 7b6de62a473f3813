'use strict';

// Charts: the pointer, or the arrow keys, choose a step; its figures stand where the baseline's are otherwise.

const readingsOf = (chart) => chart.dataset.readings.split('\n').filter(Boolean).map((line) => {
  const [x, time, p50, p95, p99, count] = line.split(';');
  return { x: Number(x), text: `${time} · p50 ${p50} · p95 ${p95} · p99 ${p99} · ${count}×` };
});

function choose(chart, index) {
  const readings = readingsOf(chart);
  const card = chart.closest('.card');
  const cursor = chart.querySelector('.cursor');
  const reading = readings[Math.max(0, Math.min(readings.length - 1, index))];
  if (!reading) return;
  chart.dataset.chosen = readings.indexOf(reading);
  cursor.setAttribute('x1', `${reading.x / 10}%`);
  cursor.setAttribute('x2', `${reading.x / 10}%`);
  cursor.setAttribute('visibility', 'visible');
  card.querySelector('.card-reading').textContent = reading.text;
  card.classList.add('is-read');
}

function release(chart) {
  delete chart.dataset.chosen;
  chart.querySelector('.cursor').setAttribute('visibility', 'hidden');
  chart.closest('.card').classList.remove('is-read');
}

function nearest(chart, clientX) {
  const plot = chart.querySelector('.chart-plot').getBoundingClientRect();
  const x = ((clientX - plot.left) / plot.width) * 1000;
  const distances = readingsOf(chart).map((reading) => Math.abs(reading.x - x));
  return distances.indexOf(Math.min(...distances));
}

const chartOf = (event) => event.target instanceof Element && event.target.closest('.chart');

document.addEventListener('pointermove', (event) => {
  const chart = chartOf(event);
  document.querySelectorAll('.chart[data-chosen]').forEach((other) => {
    if (other !== chart && other !== document.activeElement) release(other);
  });
  if (chart) choose(chart, nearest(chart, event.clientX));
});
document.addEventListener('focusout', (event) => {
  const chart = chartOf(event);
  if (chart) release(chart);
});
document.addEventListener('keydown', (event) => {
  const chart = chartOf(event);
  if (!chart) return;
  const last = readingsOf(chart).length - 1;
  const at = chart.dataset.chosen === undefined ? last + 1 : Number(chart.dataset.chosen);
  const next = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }[event.key];
  if (event.key === 'Escape') release(chart);
  if (next === undefined) return;
  event.preventDefault();
  choose(chart, next);
});

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
