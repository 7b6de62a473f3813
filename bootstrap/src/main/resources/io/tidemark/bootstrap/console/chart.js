'use strict';

// Charts: the pointer, or the arrow keys, choose a step and show its figures; dragging chooses a part of the time.

const readingsOf = (chart) => chart.dataset.readings.split('\n').filter(Boolean).map((line) => {
  const cut = line.indexOf(';');
  return { x: Number(line.slice(0, cut)), text: line.slice(cut + 1) };
});
const readingOf = (chart) => chart.closest('.charted').querySelector('.reading');

function choose(chart, index) {
  const readings = readingsOf(chart);
  const cursor = chart.querySelector('.cursor');
  const reading = readings[Math.max(0, Math.min(readings.length - 1, index))];
  if (!reading) return;
  chart.dataset.chosen = readings.indexOf(reading);
  cursor.setAttribute('x1', `${reading.x / 10}%`);
  cursor.setAttribute('x2', `${reading.x / 10}%`);
  cursor.setAttribute('visibility', 'visible');
  readingOf(chart).textContent = reading.text;
  chart.closest('.charted').classList.add('is-read');
}

function release(chart) {
  delete chart.dataset.chosen;
  chart.querySelector('.cursor').setAttribute('visibility', 'hidden');
  readingOf(chart).textContent = readingOf(chart).dataset.otherwise ?? '';
  chart.closest('.charted').classList.remove('is-read');
}

// Where the pointer is, in thousandths of the plot.
function placeIn(chart, clientX) {
  const plot = chart.querySelector('.chart-plot').getBoundingClientRect();
  return Math.max(0, Math.min(1000, ((clientX - plot.left) / plot.width) * 1000));
}

function nearest(chart, x) {
  const distances = readingsOf(chart).map((reading) => Math.abs(reading.x - x));
  return distances.indexOf(Math.min(...distances));
}

const chartOf = (event) => event.target instanceof Element && event.target.closest('.chart[data-readings]');

// A part of the time, in thousandths, becomes the time of the page; what else its address says stays.
function zoom(chart, low, high) {
  const from = Date.parse(chart.dataset.from);
  const length = Date.parse(chart.dataset.to) - from;
  const minute = (x) => new Date(Math.round((from + (length * x) / 1000) / 60000) * 60000);
  const [start, end] = [minute(low), minute(high)];
  if (end - start < 60000) return;
  const address = new URL(window.location.href);
  address.searchParams.delete('hours');
  address.searchParams.set('from', start.toISOString());
  address.searchParams.set('to', end.toISOString());
  window.location.assign(address);
}

const LEAST_DRAG = 15;
let dragged = null;

document.addEventListener('pointerdown', (event) => {
  const chart = chartOf(event);
  if (!chart || !chart.dataset.from || event.button !== 0 || event.pointerType === 'touch') return;
  if (event.target.closest('a[href]')) return;
  dragged = { chart, start: placeIn(chart, event.clientX) };
  event.preventDefault();
  chart.focus({ preventScroll: true });
});
document.addEventListener('pointermove', (event) => {
  const chart = chartOf(event);
  document.querySelectorAll('.chart[data-chosen]').forEach((other) => {
    if (other !== chart && other !== document.activeElement) release(other);
  });
  if (chart) choose(chart, nearest(chart, placeIn(chart, event.clientX)));
  if (!dragged) return;
  const selection = dragged.chart.querySelector('.selection');
  const now = placeIn(dragged.chart, event.clientX);
  selection.setAttribute('x', `${Math.min(now, dragged.start) / 10}%`);
  selection.setAttribute('width', `${Math.abs(now - dragged.start) / 10}%`);
  selection.setAttribute('visibility', 'visible');
});
document.addEventListener('pointerup', (event) => {
  if (!dragged) return;
  const { chart, start } = dragged;
  const now = placeIn(chart, event.clientX);
  chart.querySelector('.selection').setAttribute('visibility', 'hidden');
  dragged = null;
  if (Math.abs(now - start) > LEAST_DRAG) zoom(chart, Math.min(now, start), Math.max(now, start));
});
document.addEventListener('focusout', (event) => {
  const chart = chartOf(event);
  if (chart) release(chart);
});
document.addEventListener('keydown', (event) => {
  const chart = chartOf(event);
  if (!chart) return;
  const readings = readingsOf(chart);
  const last = readings.length - 1;
  const at = chart.dataset.chosen === undefined ? last + 1 : Number(chart.dataset.chosen);
  const next = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }[event.key];
  if (event.key === 'Escape') release(chart);
  if (chart.dataset.from && readings[at] && (event.key === '+' || event.key === '-')) {
    const reach = event.key === '+' ? 250 : 1000;
    event.preventDefault();
    zoom(chart, readings[at].x - reach, readings[at].x + reach);
  }
  if (next === undefined) return;
  event.preventDefault();
  choose(chart, next);
});

// The legend hides and shows what it names.
document.addEventListener('click', (event) => {
  const toggle = event.target instanceof Element && event.target.closest('[data-toggles]');
  if (!toggle) return;
  const shown = toggle.getAttribute('aria-pressed') !== 'true';
  toggle.setAttribute('aria-pressed', shown);
  toggle.closest('.charted').querySelectorAll('[data-name]').forEach((part) => {
    if (part.dataset.name === toggle.dataset.toggles) part.classList.toggle('is-hidden', !shown);
  });
});
