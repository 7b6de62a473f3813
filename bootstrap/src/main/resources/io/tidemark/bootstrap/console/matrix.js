'use strict';

// The matrix of pairs: the pointer, or the arrow keys, choose a cell and say what it means; Enter opens it.

function chooseCell(matrix, cell) {
  matrix.querySelectorAll('.is-chosen').forEach((other) => other.classList.remove('is-chosen'));
  cell.classList.add('is-chosen');
  cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  readingOf(matrix).textContent = cell.querySelector('title').textContent;
}

document.addEventListener('pointerover', (event) => {
  const cell = event.target instanceof Element && event.target.closest('.matrix a[data-row]');
  if (cell) readingOf(cell).textContent = cell.querySelector('title').textContent;
});
document.addEventListener('focusout', (event) => {
  const matrix = event.target instanceof Element && event.target.closest('.matrix');
  if (!matrix) return;
  matrix.querySelectorAll('.is-chosen').forEach((cell) => cell.classList.remove('is-chosen'));
  readingOf(matrix).textContent = readingOf(matrix).dataset.otherwise;
});
document.addEventListener('keydown', (event) => {
  const matrix = event.target instanceof Element && event.target.closest('.matrix');
  if (!matrix) return;
  const chosen = matrix.querySelector('.is-chosen');
  if (event.key === 'Enter' && chosen) window.location.assign(chosen.getAttribute('href'));
  const move = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
  if (!move) return;
  event.preventDefault();
  const [row, column] = chosen ? [Number(chosen.dataset.row) + move[0], Number(chosen.dataset.column) + move[1]] : [1, 0];
  const cell = matrix.querySelector(`a[data-row="${row}"][data-column="${column}"]`);
  if (cell) chooseCell(matrix, cell);
});
