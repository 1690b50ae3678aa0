"""A sweep over a private cluster, as a job array and as ranks: the digest of one process.

Called as sweep_test.py PROGRAM.
"""

from cluster import PROGRAM, Cluster, main


class Sweeps(Cluster):
    def test_an_array_and_ranks_have_the_digest_of_one_process(self):
        self.write_sweep()
        self.call(PROGRAM, "sweep", "sweep.yaml", "--output", "here", "--quiet")
        script = self.call(PROGRAM, "sweep", "sweep.yaml", "--output", "there", "--engine", "slurm", "--tasks", "6",
                           "--print")
        self.assertIn("--array=1-6", script)
        said = self.call(PROGRAM, "sweep", "sweep.yaml", "--output", "there", "--engine", "slurm", "--tasks", "6")
        self.assertRegex(said, r"array \d+ of 6 tasks submitted, job \d+ collects")
        self.wait_for(self.is_queue_empty)
        self.assertTrue((self.folder / "there" / "results.h5").exists())
        self.check_counted_once("there", 128)
        said = self.call(PROGRAM, "resume", "there", "--engine", "slurm")
        self.assertIn("128 of 128 runs finished", said)
        self.call("srun", "--mpi=pmix", "-N4", "-n4", PROGRAM, "sweep", "sweep.yaml", "--output", "ranks", "--engine", "mpi",
                  "--quiet")
        (self.folder / "job.sh").write_text("#!/bin/bash\nmpirun " + " ".join(
            [str(PROGRAM), "sweep", "sweep.yaml", "--output", "inside", "--engine", "mpi", "--quiet"]) + "\n")
        job = self.done("sbatch", "-W", "-N2", "-n4", "--output=job.log", "job.sh")
        self.assertEqual(0, job.returncode, (self.folder / "job.log").read_text())
        self.assertEqual({self.digest("here")}, {self.digest(folder) for folder in ("there", "ranks", "inside")})

    def test_launchers_and_queues_that_refuse_are_quoted(self):
        self.write_sweep()
        done = self.done(PROGRAM, "sweep", "sweep.yaml", "--output", "there", "--engine", "slurm", "--sbatch",
                         "--partition=unheard_of")
        self.assertEqual(3, done.returncode)
        self.assertIn("sbatch says: ", done.stderr)
        self.assertIn("invalid partition", done.stderr)
        done = self.done("srun", "--mpi=none", "-n2", PROGRAM, "sweep", "sweep.yaml", "--output", "alone", "--engine", "mpi")
        self.assertNotEqual(0, done.returncode)
        self.assertFalse((self.folder / "alone").exists())


if __name__ == "__main__":
    main()
